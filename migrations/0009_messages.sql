CREATE TABLE `message` (
	`workspace_id` text NOT NULL,
	`board_id` text NOT NULL,
	`id` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `board_id`, `id`)
);
--> statement-breakpoint
-- Written by hand, as in 0001_rights.sql: what was said beside a board goes with it, and with the workspace.
CREATE TRIGGER message_board_delete AFTER DELETE ON board BEGIN DELETE FROM message WHERE workspace_id = OLD.workspace_id AND board_id = OLD.id; END;
--> statement-breakpoint
CREATE TRIGGER message_organization_delete AFTER DELETE ON organization BEGIN DELETE FROM message WHERE workspace_id = OLD.id; END;
