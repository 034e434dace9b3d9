CREATE TABLE `care_access` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`who` text NOT NULL,
	`act` text NOT NULL,
	`person` text,
	`people` integer NOT NULL,
	`reason` text NOT NULL,
	`sealed` text,
	`at` integer NOT NULL,
	`sum` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `care_access_who` ON `care_access` (`who`,`at`);--> statement-breakpoint
CREATE INDEX `care_access_person` ON `care_access` (`person`);--> statement-breakpoint
CREATE TABLE `care_done` (
	`id` text PRIMARY KEY NOT NULL,
	`need` text NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`how` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `care_done_person` ON `care_done` (`person`,`at`);--> statement-breakpoint
CREATE TABLE `care_key` (
	`id` integer PRIMARY KEY NOT NULL,
	`wrapped` text NOT NULL,
	`createdAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `care_need` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`dueAt` integer,
	`triedAt` integer,
	`sealed` text
);
--> statement-breakpoint
CREATE INDEX `care_need_person` ON `care_need` (`person`);--> statement-breakpoint
CREATE INDEX `care_need_due` ON `care_need` (`dueAt`);--> statement-breakpoint
CREATE TABLE `care_person` (
	`id` text PRIMARY KEY NOT NULL,
	`township` text NOT NULL,
	`grid` text NOT NULL,
	`groups` text NOT NULL,
	`version` integer NOT NULL,
	`sealed` text NOT NULL,
	`phoneIndex` text,
	`numberIndex` text,
	`sameIndex` text NOT NULL,
	`reachedAt` integer,
	`createdAt` integer NOT NULL,
	`changedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `care_person_place` ON `care_person` (`township`,`grid`);--> statement-breakpoint
CREATE INDEX `care_person_phone` ON `care_person` (`phoneIndex`);--> statement-breakpoint
CREATE INDEX `care_person_number` ON `care_person` (`numberIndex`);--> statement-breakpoint
CREATE INDEX `care_person_same` ON `care_person` (`sameIndex`);--> statement-breakpoint
CREATE TABLE `care_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`grid` text,
	`cause` text NOT NULL,
	`plannedAt` integer NOT NULL,
	`dueAt` integer NOT NULL,
	`heldBy` text,
	`heldWhy` text,
	`doneAt` integer,
	`figures` text
);
--> statement-breakpoint
CREATE TABLE `care_right` (
	`person` text NOT NULL,
	`right` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person`, `right`)
);
