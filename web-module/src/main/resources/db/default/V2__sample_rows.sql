INSERT INTO users (name, email) VALUES
    ('Ada Lovelace', 'ada@example.org'),
    ('Grace Hopper', 'grace@example.org'),
    ('Edsger Dijkstra', 'edsger@example.org'),
    ('Barbara Liskov', 'barbara@example.org'),
    ('Alan Turing', 'alan@example.org');

-- the stock is what the two orders below have left
INSERT INTO products (name, price, stock) VALUES
    ('Notebook, ruled', 4.50, 196),
    ('Fountain pen', 39.90, 39),
    ('Ink, blue-black', 12.25, 78),
    ('Desk lamp', 89.00, 15),
    ('Slide rule', 149.99, 5),
    ('Punched cards, box of 2000', 24.80, 59);

INSERT INTO orders (user_id, total) VALUES
    (1, 82.40),
    (2, 24.80);

INSERT INTO order_items (order_id, product_id, quantity, price) VALUES
    (1, 1, 4, 4.50),
    (1, 2, 1, 39.90),
    (1, 3, 2, 12.25),
    (2, 6, 1, 24.80);

INSERT INTO accounts (owner, balance) VALUES
    ('Ada Lovelace', 1000.00),
    ('Grace Hopper', 2500.00),
    ('Edsger Dijkstra', 0.00),
    ('Barbara Liskov', 125.50);
