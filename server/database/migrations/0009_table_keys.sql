CREATE TABLE `tableKey` (
	`hash` text NOT NULL,
	`account` text NOT NULL,
	`incident` text NOT NULL,
	`of` text NOT NULL,
	`createdAt` integer NOT NULL,
	PRIMARY KEY(`account`, `incident`, `of`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tableKey_hash_unique` ON `tableKey` (`hash`);