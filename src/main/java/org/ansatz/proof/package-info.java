/**
 * What follows for certain from enclosures: the zeros of a function isolated, its extreme values bounded, its integral
 * enclosed. Mathematics alone; knows no expression.
 */
@org.jspecify.annotations.NullMarked
package org.ansatz.proof;
