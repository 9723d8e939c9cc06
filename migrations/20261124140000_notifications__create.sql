-- migrate:up
-- What a person was told, one row a person and fact. What belongs together and is unread stands as one line: the latest row, with how many it stands for.
CREATE TABLE notifications (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  kind text NOT NULL,
  -- of the fact: the same fact is told to a person once
  source_id uuid NOT NULL,
  group_key text NOT NULL,
  subject_id uuid NOT NULL,
  actor_id uuid,
  payload jsonb NOT NULL,
  count integer NOT NULL DEFAULT 1,
  -- false: not shown in the product, only carried by a mail or a push
  in_app boolean NOT NULL DEFAULT true,
  -- a later row of the group stands for this one
  superseded boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  CONSTRAINT notifications_pkey PRIMARY KEY (id),
  CONSTRAINT notifications_user_id_source_id_kind_key UNIQUE (user_id, source_id, kind),
  CONSTRAINT notifications_count_check CHECK (count >= 1),
  CONSTRAINT notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE SET NULL
);
-- the list of one person, newest first
CREATE INDEX notifications_user_id_created_at_idx ON notifications (user_id, created_at DESC, id DESC) WHERE in_app AND NOT superseded;
-- what is unread: the count, and the line that a new one of its group joins
CREATE INDEX notifications_user_id_group_key_idx ON notifications (user_id, group_key) WHERE read_at IS NULL;
CREATE INDEX notifications_actor_id_idx ON notifications (actor_id);
-- dropping by age
CREATE INDEX notifications_created_at_idx ON notifications (created_at);

-- When and how much a person wants to hear. Made with the first notification; the row is also the lock under which volume is counted.
CREATE TABLE notification_settings (
  user_id uuid NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC',
  -- minutes of the day in that zone; both null: none
  quiet_from integer,
  quiet_to integer,
  weekly_cap integer NOT NULL DEFAULT 20,
  digest text NOT NULL DEFAULT 'daily',
  digest_hour integer NOT NULL DEFAULT 8,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT notification_settings_pkey PRIMARY KEY (user_id),
  CONSTRAINT notification_settings_quiet_check CHECK ((quiet_from IS NULL) = (quiet_to IS NULL) AND quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439 AND quiet_from <> quiet_to),
  CONSTRAINT notification_settings_weekly_cap_check CHECK (weekly_cap BETWEEN 0 AND 200),
  CONSTRAINT notification_settings_digest_check CHECK (digest IN ('daily', 'weekly', 'off') AND digest_hour BETWEEN 0 AND 23),
  CONSTRAINT notification_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Only what differs from the catalogue.
CREATE TABLE notification_preferences (
  user_id uuid NOT NULL,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  mail text NOT NULL,
  push boolean NOT NULL,
  CONSTRAINT notification_preferences_pkey PRIMARY KEY (user_id, kind),
  CONSTRAINT notification_preferences_mail_check CHECK (mail IN ('now', 'digest', 'off')),
  CONSTRAINT notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- What leaves by mail or push: waiting until it is due, then sent (with the outbox row that carries it, alone or with others) or dropped.
CREATE TABLE notification_deliveries (
  notification_id uuid NOT NULL,
  channel text NOT NULL,
  user_id uuid NOT NULL,
  group_key text NOT NULL,
  in_digest boolean NOT NULL DEFAULT false,
  state text NOT NULL,
  due_at timestamptz NOT NULL,
  sent_at timestamptz,
  outbox_id uuid,
  CONSTRAINT notification_deliveries_pkey PRIMARY KEY (notification_id, channel),
  CONSTRAINT notification_deliveries_channel_check CHECK (channel IN ('mail', 'push')),
  CONSTRAINT notification_deliveries_state_check CHECK (state IN ('waiting', 'sent', 'dropped') AND (state = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT notification_deliveries_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notifications (id) ON DELETE CASCADE,
  CONSTRAINT notification_deliveries_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
-- whose time has come
CREATE INDEX notification_deliveries_due_at_idx ON notification_deliveries (due_at) WHERE state = 'waiting';
-- the mails of a person's week, and the last one of a group
CREATE INDEX notification_deliveries_user_id_sent_at_idx ON notification_deliveries (user_id, sent_at);

-- A browser that shows notifications while no page is open.
CREATE TABLE push_subscriptions (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  endpoint text NOT NULL,
  p256dh text NOT NULL,
  auth text NOT NULL,
  device text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT push_subscriptions_pkey PRIMARY KEY (id),
  CONSTRAINT push_subscriptions_endpoint_key UNIQUE (endpoint),
  CONSTRAINT push_subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX push_subscriptions_user_id_idx ON push_subscriptions (user_id);

-- migrate:down
