-- The PostgreSQL image runs this once, when its volume is still empty: the database, and the two roles of the README.
-- The passwords come from the environment of the database's container and are stored as SCRAM hashes only.
-- If it failed, nothing is in the database yet: docker compose down --volumes, put it right, and begin again.
\set ON_ERROR_STOP on
\getenv owner_password ROLLCALL_OWNER_PASSWORD
\getenv app_password ROLLCALL_APP_PASSWORD

CREATE ROLE rollcall_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE rollcall_app LOGIN PASSWORD :'app_password';
CREATE DATABASE rollcall OWNER rollcall_owner;
REVOKE ALL ON DATABASE rollcall FROM PUBLIC;
GRANT CONNECT ON DATABASE rollcall TO rollcall_app;
