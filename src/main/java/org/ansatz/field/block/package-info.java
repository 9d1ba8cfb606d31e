/**
 * What a field block is: the meeting point of a problem file's fields and a field's mathematics.
 */
@NullMarked
package org.ansatz.field.block;

import org.jspecify.annotations.NullMarked;
