CREATE TABLE `alert_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`condition` text NOT NULL,
	`for_ms` integer NOT NULL,
	`severity` text NOT NULL,
	`unit` text,
	`panel` text,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `alert_rule_workspace` ON `alert_rule` (`workspace_id`);