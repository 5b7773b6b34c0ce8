-- The ledger. What happened stands in `entry`, `content` and `reading`, which are only ever added to; all other tables
-- are worked out from those three (docs/ledger.md). Every key begins with the dossier's id, so that a ledger can be
-- sharded by it. There are no triggers and no foreign keys: a foreign key needs the right to update the table that it
-- points to, and nobody has that right on the three.

create table recoupe.entry (
  dossier_id text        not null,
  id         uuid        not null, -- version 7: its time is `learned`, and the order of ids is the order of entries
  kind       text        not null,
  author     text        not null,
  learned    timestamptz not null,
  body       jsonb       not null,
  primary key (dossier_id, id)
);
create index entry_kind on recoupe.entry (dossier_id, kind, id);
create index entry_dispatch on recoupe.entry (dossier_id, (body ->> 'dispatch'), id);

-- The file as it came, and its text as decoded. Offsets count UTF-16 code units of `text`.
create table recoupe.content (
  dossier_id  text  not null,
  dispatch_id text  not null,
  bytes       bytea not null,
  text        text  not null,
  primary key (dossier_id, dispatch_id)
);

-- What reading a dispatch gave. `id` is that of the entry `reading-made`.
create table recoupe.reading (
  dossier_id  text  not null,
  id          uuid  not null,
  dispatch_id text  not null,
  body        jsonb not null,
  primary key (dossier_id, id)
);
create index reading_dispatch on recoupe.reading (dossier_id, dispatch_id, id);

create table recoupe.dossier (
  dossier_id text        not null,
  title      text        not null,
  created    timestamptz not null,
  stale      boolean     not null default false, -- entries were imported, and what is worked out from them is to be made anew
  primary key (dossier_id)
);

create table recoupe.dispatch (
  dossier_id     text        not null,
  id             text        not null,
  sha256         text        not null,
  text_sha256    text        not null,
  address        text,
  published_last date,        -- the last day that it may have been published on; null where nobody knows
  added_entry    uuid        not null,
  learned        timestamptz not null,
  version        integer     not null default 1, -- 1 is the oldest at its address
  newer          text,        -- the next version at its address; null for the one that answers
  reading_id     uuid,        -- the reading that answers
  unplaced       jsonb       not null, -- corrections that found no place in it, for review
  body           jsonb       not null,
  primary key (dossier_id, id)
);
create index dispatch_bytes on recoupe.dispatch (dossier_id, sha256);
create index dispatch_text on recoupe.dispatch (dossier_id, text_sha256);
create index dispatch_address on recoupe.dispatch (dossier_id, address);
create index dispatch_published on recoupe.dispatch (dossier_id, published_last, id);

-- The words of a dispatch, for searching. A long text has several parts: a tsvector holds no more than one megabyte.
create table recoupe.passage (
  dossier_id  text     not null,
  dispatch_id text     not null,
  start       integer  not null, -- where the part begins in the text, in UTF-16 code units
  finish      integer  not null,
  grammar     text     not null, -- the text search configuration that made `words`
  words       tsvector not null,
  primary key (dossier_id, dispatch_id, start)
);
create index passage_words on recoupe.passage using gin (words);

-- Statements and claims as they stand and as they stood: a row is closed, not changed, when a correction, a new reading
-- or an undo changes what it says.
create table recoupe.statement (
  dossier_id   text        not null,
  dispatch_id  text        not null,
  id           text        not null, -- the same through readings and corrections: it comes from dispatch and span
  since_entry  uuid        not null, -- the entry that made it stand so
  until_entry  uuid,                 -- the entry that ended or changed it; null where it stands
  stands_from  timestamptz not null,
  stands_until timestamptz,
  learned      timestamptz not null, -- when the ledger first held it, in whatever form
  said         text,                 -- as ISO 8601 writes it, day, month, year or interval; null where unknown
  said_last    date,
  body         jsonb       not null,
  primary key (dossier_id, id, since_entry)
);
create unique index statement_standing on recoupe.statement (dossier_id, dispatch_id, id) where until_entry is null;
create index statement_dispatch on recoupe.statement (dossier_id, dispatch_id, id);

create table recoupe.claim (
  dossier_id   text        not null,
  dispatch_id  text        not null,
  id           text        not null,
  since_entry  uuid        not null,
  until_entry  uuid,
  stands_from  timestamptz not null,
  stands_until timestamptz,
  learned      timestamptz not null,
  said         text,
  said_last    date,
  held         daterange,            -- null where neither words nor tense say when
  type         text        not null,
  statement_id text,                 -- null where the outlet narrates it
  body         jsonb       not null,
  primary key (dossier_id, id, since_entry)
);
create unique index claim_standing on recoupe.claim (dossier_id, dispatch_id, id) where until_entry is null;
create index claim_dispatch on recoupe.claim (dossier_id, dispatch_id, id);

-- What cross-checking found. A finding that is found no more keeps its row without a body, so that it is not taken for
-- new when it is found again.
create table recoupe.finding (
  dossier_id  text        not null,
  id          text        not null,
  first_found timestamptz not null,
  position    integer,
  body        jsonb,
  primary key (dossier_id, id)
);

-- Nobody changes or deletes what happened, the owner of the tables included; `remove` takes the right back for one
-- transaction.
revoke update, delete, truncate on recoupe.entry, recoupe.content, recoupe.reading from current_user;
