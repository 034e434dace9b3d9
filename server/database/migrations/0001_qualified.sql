ALTER TABLE `account` ADD `approved` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `skills` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `account` ADD `trained` text DEFAULT '[]' NOT NULL;