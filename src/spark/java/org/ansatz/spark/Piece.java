package org.ansatz.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.sheet.Examiner;
import org.ansatz.sheet.Shard;
import org.ansatz.sheet.Sheet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A piece of a file of responses, which one task marks: the lines whose first byte lies in a range.
 *
 * @param file its path, as Hadoop names it
 * @param length of the whole file in bytes
 * @param from the first byte of the range
 * @param to the first byte behind it
 */
record Piece(String file, long length, long from, long to) implements Serializable {

    /**
     * The pieces of files, in their order.
     *
     * @param size of a piece in bytes, at least 1
     * @param whole the files that are read by one task each
     */
    static List<Piece> of(List<FileStatus> files, long size, List<String> whole) {
        List<Piece> pieces = new ArrayList<>();
        for (FileStatus status : files) {
            String file = status.getPath().toString();
            long length = status.getLen();
            long step = whole.contains(file) ? Math.max(1, length) : size;
            for (long from = 0; from < length; from += step) {
                pieces.add(new Piece(file, length, from, Math.min(length, from + step)));
            }
            if (length == 0) {
                pieces.add(new Piece(file, 0, 0, 0));
            }
        }
        return pieces;
    }

    boolean beginsFile() {
        return from == 0;
    }

    private boolean isWhole() {
        return from == 0 && to == length;
    }

    /** The file as it is opened on this machine. */
    static Shard.File opened(String file, Configuration configuration) {
        return () -> {
            Path path = new Path(file);
            return FileSystem.get(path.toUri(), configuration).open(path);
        };
    }

    /** Marks what is in it. */
    Shard marked(Examiner examiner, Sheet.Form form, Configuration configuration) throws IOException {
        Shard.File opened = opened(file, configuration);
        if (isWhole()) {
            return Shard.ofAll(examiner, opened, form);
        }
        Path path = new Path(file);
        try (InputStream lines =
                Lines.of(FileSystem.get(path.toUri(), configuration).open(path), from, to)) {
            return Shard.ofLines(examiner, opened, form, lines, beginsFile());
        }
    }
}
