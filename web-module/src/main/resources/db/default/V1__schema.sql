CREATE TABLE users (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       varchar(100) NOT NULL,
    email      varchar(200) NOT NULL CONSTRAINT users_email_unique UNIQUE,
    created_at timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE products (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name  varchar(100)   NOT NULL,
    price numeric(12, 2) NOT NULL CONSTRAINT products_price_not_negative CHECK (price >= 0),
    stock integer        NOT NULL CONSTRAINT products_stock_not_negative CHECK (stock >= 0)
);

CREATE TABLE orders (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    bigint         NOT NULL CONSTRAINT orders_user_exists REFERENCES users,
    total      numeric(12, 2) NOT NULL CONSTRAINT orders_total_not_negative CHECK (total >= 0),
    created_at timestamptz    NOT NULL DEFAULT now()
);

CREATE INDEX orders_by_user ON orders (user_id);

-- price is what the product cost when it was ordered
CREATE TABLE order_items (
    order_id   bigint         NOT NULL CONSTRAINT order_items_order_exists REFERENCES orders,
    product_id bigint         NOT NULL CONSTRAINT order_items_product_exists REFERENCES products,
    quantity   integer        NOT NULL CONSTRAINT order_items_quantity_positive CHECK (quantity > 0),
    price      numeric(12, 2) NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

CREATE TABLE accounts (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner   varchar(100)   NOT NULL,
    balance numeric(14, 2) NOT NULL CONSTRAINT accounts_balance_not_negative CHECK (balance >= 0)
);
