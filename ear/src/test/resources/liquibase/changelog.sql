--liquibase formatted sql

--changeset duet:1
CREATE TABLE visited (page text PRIMARY KEY, visits bigint NOT NULL DEFAULT 0);
INSERT INTO visited (page) VALUES ('/prices');
--rollback DROP TABLE visited;
