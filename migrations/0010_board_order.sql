ALTER TABLE `board` ADD `folder` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `board` ADD `position` integer DEFAULT 0 NOT NULL;