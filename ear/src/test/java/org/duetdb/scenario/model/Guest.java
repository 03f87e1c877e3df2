package org.duetdb.scenario.model;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.duetdb.model.JsonObjectConverter;
import org.duetdb.model.SoftDeletableModel;

/** An entity that is derived from what Duet has for that. */
@Entity
@Table(name = "guest")
public class Guest extends SoftDeletableModel {

    /** How a guest is. */
    public enum Mood {
        HAPPY,
        SAD
    }

    private String email;

    private String name;

    private int visits;

    @Column(precision = 12, scale = 2)
    private BigDecimal balance;

    @Enumerated(EnumType.STRING)
    private Mood mood;

    private LocalDate born;

    @Column(updatable = false)
    private String origin;

    @Convert(converter = JsonObjectConverter.class)
    @Column(columnDefinition = "jsonb")
    private JsonObject settings;

    @ManyToOne
    private Guest host;

    @Version
    private long version;

    private String secret = "nobody sets it by name";

    /** For the provider. */
    protected Guest() {}

    /** Creates one. */
    public Guest(String email, String name) {
        this.email = email;
        this.name = name;
        this.origin = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getVisits() {
        return visits;
    }

    public void setVisits(int visits) {
        this.visits = visits;
    }

    public BigDecimal getBalance() {
        return balance;
    }

    public void setBalance(BigDecimal balance) {
        this.balance = balance;
    }

    public Mood getMood() {
        return mood;
    }

    public void setMood(Mood mood) {
        this.mood = mood;
    }

    public LocalDate getBorn() {
        return born;
    }

    public void setBorn(LocalDate born) {
        this.born = born;
    }

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public JsonObject getSettings() {
        return settings;
    }

    public void setSettings(JsonObject settings) {
        this.settings = settings;
    }

    public Guest getHost() {
        return host;
    }

    public void setHost(Guest host) {
        this.host = host;
    }

    public long getVersion() {
        return version;
    }
}
