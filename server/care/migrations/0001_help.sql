CREATE TABLE `help_code` (
	`digest` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`asked` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `help_code_asked_unique` ON `help_code` (`asked`);--> statement-breakpoint
CREATE TABLE `help_request` (
	`id` text PRIMARY KEY NOT NULL,
	`no` integer NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`township` text NOT NULL,
	`grid` text,
	`state` text DEFAULT 'waiting' NOT NULL,
	`at` integer NOT NULL,
	`takenAt` integer,
	`takenBy` text,
	`endedAt` integer,
	`joined` integer DEFAULT 0 NOT NULL,
	`phoneIndex` text NOT NULL,
	`whereIndex` text NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `help_request_no_unique` ON `help_request` (`no`);--> statement-breakpoint
CREATE INDEX `help_request_state` ON `help_request` (`state`);--> statement-breakpoint
CREATE INDEX `help_request_phone` ON `help_request` (`phoneIndex`);--> statement-breakpoint
CREATE INDEX `help_request_where` ON `help_request` (`whereIndex`);