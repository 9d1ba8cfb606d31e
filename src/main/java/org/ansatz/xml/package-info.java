/** XML as other programs read it, and read from files of strangers; the JDK alone. */
@NullMarked
package org.ansatz.xml;

import org.jspecify.annotations.NullMarked;
