package org.ansatz.bank;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A problem's file that was found below a folder.
 *
 * @param path as it is reached from the folder
 * @param id of the problem in it
 * @param stamp of a plain file; null for a link, whose target may change behind it
 */
record FoundFile(Path path, String id, @Nullable Stamp stamp) {

    /**
     * What tells that a file has changed, without opening it.
     *
     * @param size in bytes
     * @param date when it was changed last, in milliseconds since 1970
     */
    record Stamp(long size, long date) {
        boolean is(Stamp other) {
            return size == other.size && date == other.date;
        }
    }
}
