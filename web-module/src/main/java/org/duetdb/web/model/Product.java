package org.duetdb.web.model;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What is sold. */
@Entity
@Table(name = "products")
@JsonbPropertyOrder({"id", "name", "price", "stock"})
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;
    private BigDecimal price;
    private int stock;

    /** For the provider. */
    protected Product() {}

    /** Returns its number; null as long as it has none. */
    public Long getId() {
        return id;
    }

    /** Returns what it is called. */
    public String getName() {
        return name;
    }

    /** Returns what one of it costs. */
    public BigDecimal getPrice() {
        return price;
    }

    /** Returns how many there are. */
    public int getStock() {
        return stock;
    }
}
