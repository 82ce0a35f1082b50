CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_hash_unique` ON `api_key` (`hash`);--> statement-breakpoint
CREATE INDEX `api_key_workspace_idx` ON `api_key` (`workspace_id`);--> statement-breakpoint
-- A key that is revoked, or goes with its workspace, is found by objects as lost rights of people are (0001_rights.sql).
CREATE TRIGGER rights_api_key_revoke AFTER UPDATE OF revoked_at ON api_key BEGIN INSERT INTO rights VALUES (OLD.workspace_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER rights_api_key_delete AFTER DELETE ON api_key BEGIN INSERT INTO rights VALUES (OLD.workspace_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
