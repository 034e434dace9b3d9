ALTER TABLE `account` ADD `signedInAt` integer;--> statement-breakpoint
UPDATE `account` SET `signedInAt` = `latest`.`at` FROM (SELECT `account` AS `id`, max(`createdAt`) AS `at` FROM `session` GROUP BY `account`) AS `latest` WHERE `latest`.`id` = `account`.`id`;--> statement-breakpoint
UPDATE `account` SET `signedInAt` = `latest`.`at` FROM (SELECT `reader`, max(`at`) AS `at` FROM `reading` WHERE `act` = 'sign_in' GROUP BY `reader`) AS `latest` WHERE `latest`.`reader` = `account`.`id`;
