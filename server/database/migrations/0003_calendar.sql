CREATE TABLE `calendar` (
	`account` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_hash_unique` ON `calendar` (`hash`);