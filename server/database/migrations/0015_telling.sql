CREATE TABLE `pushing` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`session` text NOT NULL,
	`sealed` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pushing_account` ON `pushing` (`account`);--> statement-breakpoint
CREATE TABLE `telling` (
	`account` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL
);
