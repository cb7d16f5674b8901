package dev.covenant.payments.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A way to pay in one currency; read only. */
@Entity
@Table(name = "payment_method")
public class PaymentMethod {
    @Id
    @Column(name = "payment_method_id")
    private int id;

    private String currency;
    private String method;
    private String name;

    protected PaymentMethod() {}

    /** Stable code, such as {@code card}. */
    public String method() {
        return method;
    }

    /** For people, in English. */
    public String name() {
        return name;
    }
}
