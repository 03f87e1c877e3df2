-- room in each page, so that updates by key stay on it, however long they go on
CREATE TABLE accounts (
    id bigint PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL,
    balance numeric(12, 2) NOT NULL,
    active boolean NOT NULL,
    visits integer NOT NULL,
    note text,
    created_at timestamptz NOT NULL
) WITH (fillfactor = 50);

INSERT INTO accounts
SELECT n, 'Account holder ' || n, 'holder.' || n || '@example.org', n * 1.25, n % 3 > 0, n % 1000,
       CASE WHEN n % 2 = 0 THEN 'a note of the usual length' END, timestamptz '2026-01-01 00:00Z' + n * interval '1 second'
FROM generate_series(1, 10000) AS n;

CREATE TABLE payments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL,
    amount numeric(12, 2) NOT NULL,
    purpose text NOT NULL,
    paid_at timestamptz NOT NULL
);

ALTER TABLE accounts OWNER TO duet_app;
ALTER TABLE payments OWNER TO duet_app;

VACUUM (FREEZE, ANALYZE) accounts;
