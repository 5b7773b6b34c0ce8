-- A dossier that is put away is still there; lists of dossiers show it apart.
alter table recoupe.dossier add column archived timestamptz; -- since when; null for one in use
