package org.ansatz.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ansatz.problem.Status;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the problems that a test class is about. With {@link ProblemTests} each of them is a test:
 *
 * <pre>{@code
 * @ProblemBank("problems")
 * class BankTest implements ProblemTests {}
 * }</pre>
 *
 * <p>With {@link MethodTests} it says where the problems are that {@link Verify} speaks of. In either case, and without
 * them, test methods of the class may take the {@link org.ansatz.bank.Bank} as a parameter. It also holds for nested and
 * derived classes that have none of their own.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BankParameter.class)
public @interface ProblemBank {

    /**
     * Problem files and folders; relative ones are looked for in the project's base folder, {@code "classpath:problems"} on the
     * class path of the test class, also in jars.
     */
    String[] value() default "problems";

    /** Files and folders of keys, likewise; none by default. */
    String[] answers() default {};

    /** How many seeded variants of each problem that has them are tests, too, with the seeds 1, 2, 3, …; 0 or more. */
    int variants() default 10;

    /** With which statuses a test passes; by default those with which {@code ansatz verify} ends with exit code 0. */
    Status[] passing() default {Status.AGREED, Status.UNKEYED};
}
