-- A small schema of this project's own, standing for the database of OMERO 5.3. Nothing in it is taken from OMERO but the
-- name of the table that says which version a database has.
create table dbpatch (              -- numbered without a sequence: those keep what a failed transaction took
  id              integer primary key,
  currentversion  text not null,
  currentpatch    integer not null,
  previousversion text not null,
  previouspatch   integer not null,
  message         text
);
create table person (id serial primary key, name text not null unique);
create table image (
  id    serial primary key,
  name  text not null,
  owner integer not null references person (id)
);
create table stored_file (id serial primary key, path text not null, name text not null);
create view image_count as select owner, count(*) as images from image group by owner;
create function image_owner(integer) returns text language sql stable
  as 'select p.name from image i join person p on p.id = i.owner where i.id = $1';

insert into dbpatch (id, currentversion, currentpatch, previousversion, previouspatch, message)
  values (1, 'OMERO5.3', :patch, 'OMERO5.2', 0, 'Database ready.');
insert into person (name) select 'person ' || n from generate_series(1, 20) n;
insert into image (name, owner) select 'image ' || n, 1 + n % 20 from generate_series(1, 2000) n;
insert into stored_file (path, name) select '/data/' || n, 'file ' || n || '.tiff' from generate_series(1, 200) n;
