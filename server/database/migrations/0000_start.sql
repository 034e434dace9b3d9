CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`role` text NOT NULL,
	`township` text,
	`unit` text,
	`team` integer,
	`createdAt` integer NOT NULL,
	`disabledAt` integer
);
--> statement-breakpoint
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`owner` text NOT NULL,
	`subject` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`once` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`actor` text NOT NULL,
	`at` integer NOT NULL,
	`args` text NOT NULL,
	`changes` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_id_unique` ON `log` (`id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`account` text PRIMARY KEY NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reading` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reader` text NOT NULL,
	`people` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `record` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE TABLE `session` (
	`hash` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account`);--> statement-breakpoint
CREATE TABLE `touch` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`kind`, `id`, `seq`)
);
