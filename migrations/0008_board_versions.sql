CREATE TABLE `board_version` (
	`board_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`board_id`, `version`),
	FOREIGN KEY (`board_id`) REFERENCES `board`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `board_workspace_slug`;--> statement-breakpoint
ALTER TABLE `board` ADD `removed_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `board_workspace_slug` ON `board` (`workspace_id`,`slug`) WHERE "board"."removed_at" is null;