CREATE TABLE `login` (
	`account` text NOT NULL,
	`provider` text NOT NULL,
	`sum` text NOT NULL,
	`sealed` text NOT NULL,
	`subject` text,
	PRIMARY KEY(`account`, `provider`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `login_sum_unique` ON `login` (`sum`);--> statement-breakpoint
CREATE TABLE `pending` (
	`hash` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`expiresAt` integer NOT NULL
);
