package org.ansatz.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What went wrong with the database, in a sentence for the learner. */
final class Trouble {

    private Trouble() {}

    /** The failure of the database in {@code file}. */
    static IOException of(Path file, SQLException failure) {
        return new IOException(sentence(file, failure), failure);
    }

    private static String sentence(Path file, SQLException failure) {
        if (!(failure instanceof SQLiteException)) {
            return file + " cannot be used: " + reason(failure);
        }
        SQLiteErrorCode code = ((SQLiteException) failure).getResultCode();
        switch (primary(code)) {
            case SQLITE_FULL:
                return "the disk is full: " + file + " cannot be written";
            case SQLITE_READONLY:
            case SQLITE_PERM:
            case SQLITE_AUTH:
                return file + " may not be written: see to its permissions and its folder's";
            case SQLITE_CANTOPEN:
                return file + " cannot be opened: see to its permissions and its folder's";
            case SQLITE_BUSY:
            case SQLITE_LOCKED:
                return file + " is in use by another program, which has not let go of it";
            case SQLITE_CORRUPT:
            case SQLITE_NOTADB:
                return file + " is damaged, or not a database; it is left as it is. Move it away to begin anew,"
                        + " or put a copy in its place";
            case SQLITE_IOERR:
                return file + " cannot be read or written: the disk fails, or your share of it is used up ("
                        + code.name() + ")";
            default:
                return file + " cannot be used: " + failure.getMessage();
        }
    }

    /** Whether another program holds the database. */
    static boolean isOccupied(SQLException failure) {
        if (!(failure instanceof SQLiteException)) {
            return false;
        }
        SQLiteErrorCode code = primary(((SQLiteException) failure).getResultCode());
        return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
    }

    /** The kind of failure, which is the lowest byte of its code. */
    private static SQLiteErrorCode primary(SQLiteErrorCode code) {
        return SQLiteErrorCode.getErrorCode(code.code & 0xFF);
    }

    private static String reason(SQLException failure) {
        Throwable cause = failure.getCause();
        return failure.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }
}
