CREATE TABLE `rollup` (
	`workspace_id` text NOT NULL,
	`page` integer NOT NULL,
	`step` integer NOT NULL,
	`start` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `page`, `step`, `start`)
);
--> statement-breakpoint
CREATE TABLE `rollup_mark` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`up_to` integer NOT NULL
);
