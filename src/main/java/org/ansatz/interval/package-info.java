/**
 * Numbers that carry proof: closed real intervals with outward rounding, their elementary functions, and Taylor series whose
 * coefficients are intervals. The JDK alone; knows no expression.
 */
@org.jspecify.annotations.NullMarked
package org.ansatz.interval;
