/**
 * Problems and solutions under JUnit 5 and AssertJ, for others' tests. Both libraries are optional: whoever uses this package
 * brings them, and nothing else of Ansatz loads it.
 *
 * <ul>
 *   <li>{@link org.ansatz.junit.ProblemBank} with {@link org.ansatz.junit.ProblemTests}: one test for each problem and variant
 *       of a bank
 *   <li>{@link org.ansatz.junit.Verify} with {@link org.ansatz.junit.MethodTests}: a Java method against the routes of a
 *       problem
 *   <li>{@link org.ansatz.junit.AnsatzAssertions}: assertions on numbers, functions, verdicts and banks
 * </ul>
 */
@NullMarked
package org.ansatz.junit;

import org.jspecify.annotations.NullMarked;
