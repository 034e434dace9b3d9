CREATE TABLE `factor` (
	`account` text PRIMARY KEY NOT NULL,
	`sealed` text,
	`confirmedAt` integer,
	`lastStep` integer DEFAULT 0 NOT NULL,
	`dueAt` integer
);
--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`key` text NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`name` text NOT NULL,
	`createdAt` integer NOT NULL,
	`usedAt` integer,
	`doubtedAt` integer
);
--> statement-breakpoint
CREATE INDEX `passkey_account` ON `passkey` (`account`);--> statement-breakpoint
CREATE TABLE `recovery` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recovery_account` ON `recovery` (`account`);--> statement-breakpoint
ALTER TABLE `session` ADD `owes` text;