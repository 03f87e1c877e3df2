--liquibase formatted sql

--changeset duet:2
INSERT INTO visited (page) VALUES ('/offers');
INSERT INTO visited (page) VALUES ('/prices');
