ALTER TABLE `reading` ADD `act` text DEFAULT 'read' NOT NULL;--> statement-breakpoint
ALTER TABLE `invitation` DROP COLUMN `once`;