CREATE TABLE `lost` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`device` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`seenAt` integer,
	`wipedAt` integer,
	`left` text
);
--> statement-breakpoint
CREATE INDEX `lost_account` ON `lost` (`account`);--> statement-breakpoint
ALTER TABLE `session` ADD `device` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `seenAt` integer;