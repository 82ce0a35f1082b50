DROP INDEX `source_workspace_slug`;--> statement-breakpoint
ALTER TABLE `source` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `source` ADD `removed_keys` text;--> statement-breakpoint
CREATE UNIQUE INDEX `source_workspace_slug` ON `source` (`workspace_id`,`slug`) WHERE "source"."removed_at" is null;