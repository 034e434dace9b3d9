CREATE TABLE `opening` (
	`hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`by` text NOT NULL,
	`township` text,
	`left` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`expiresAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opening_id_unique` ON `opening` (`id`);