package org.ansatz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit in which a method with {@link Verify} takes a parameter or gives its result; without it, SI. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface In {

    /** As people write it: {@code "MHz"}, {@code "kohm"}, {@code "mA/V"}, {@code "dB"}. */
    String value();
}
