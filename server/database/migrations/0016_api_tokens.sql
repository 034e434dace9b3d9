CREATE TABLE `apiToken` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`township` text,
	`unit` text,
	`commands` text NOT NULL,
	`by` text NOT NULL,
	`createdAt` integer NOT NULL,
	`endsAt` integer NOT NULL,
	`usedAt` integer,
	`endedAt` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `apiToken_hash_unique` ON `apiToken` (`hash`);