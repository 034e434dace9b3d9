-- Until here a timeline answered the arguments of cutPostKey, and any volunteer could read the key of a post's codes.
-- The keys go from the arguments; which posts they were of is kept for `renewLeakedKeys`, which cuts them anew.
INSERT INTO `meta` (`key`, `value`) SELECT 'leaked_keys', json_group_array(json_extract(`args`, '$.post')) FROM `log` WHERE `name` = 'cutPostKey' HAVING count(*) > 0;
--> statement-breakpoint
UPDATE `log` SET `args` = json_remove(`args`, '$.key') WHERE `name` = 'cutPostKey';
