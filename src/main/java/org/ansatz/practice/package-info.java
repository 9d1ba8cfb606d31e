/** Practising: questions shown one after another, replies kept, exams. Clock, random source and store are handed in. */
@NullMarked
package org.ansatz.practice;

import org.jspecify.annotations.NullMarked;
