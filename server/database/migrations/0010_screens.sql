CREATE TABLE `screen` (
	`account` text PRIMARY KEY NOT NULL,
	`incident` text NOT NULL,
	`turns` text NOT NULL,
	`device` text NOT NULL,
	`seenAt` integer
);
