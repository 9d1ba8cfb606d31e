/** JSON text, for whoever writes it; the JDK alone. */
@NullMarked
package org.ansatz.json;

import org.jspecify.annotations.NullMarked;
