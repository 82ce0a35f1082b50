CREATE TABLE `rights` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
-- Drizzle knows no triggers: what follows was written by hand and is in no snapshot.
-- Each is one line with one statement and BEGIN and END in capitals, since the platform splits a migration into
-- statements before SQLite sees it and gets others wrong (cloudflare/workers-sdk issues 10998 and 15690).
-- On insert as well: INSERT OR REPLACE removes a row without firing the delete trigger.
CREATE TRIGGER rights_member_insert AFTER INSERT ON member BEGIN INSERT INTO rights VALUES (NEW.organization_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER rights_member_update AFTER UPDATE OF role, user_id, organization_id ON member BEGIN INSERT INTO rights VALUES (OLD.organization_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER rights_member_move AFTER UPDATE OF organization_id ON member WHEN NEW.organization_id <> OLD.organization_id BEGIN INSERT INTO rights VALUES (NEW.organization_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
-- Foreign keys that cascade fire these too: for a person or a workspace that is deleted.
CREATE TRIGGER rights_member_delete AFTER DELETE ON member BEGIN INSERT INTO rights VALUES (OLD.organization_id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER rights_organization_delete AFTER DELETE ON organization BEGIN INSERT INTO rights VALUES (OLD.id, 1) ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
-- A session that has run out opens nothing, and an object knows when those of its sockets do, so the clean-up of old
-- ones moves no version.
CREATE TRIGGER rights_session_delete AFTER DELETE ON session WHEN OLD.expires_at > unixepoch('subsecond') * 1000 BEGIN INSERT INTO rights SELECT organization_id, 1 FROM member WHERE user_id = OLD.user_id ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
--> statement-breakpoint
CREATE TRIGGER rights_session_shorten AFTER UPDATE OF expires_at ON session WHEN NEW.expires_at < OLD.expires_at BEGIN INSERT INTO rights SELECT organization_id, 1 FROM member WHERE user_id = OLD.user_id ON CONFLICT (workspace_id) DO UPDATE SET version = version + 1; END;
