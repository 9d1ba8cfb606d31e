package org.ansatz.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.ansatz.bank.BankFolder;
import org.ansatz.bank.Pack;
import org.ansatz.files.Cache;

/** Banks that are packs: each is unpacked once, into a folder of its own that is kept. */
final class Packs {

    private Packs() {}

    /** Whether what was typed names a pack. */
    static boolean isPack(Path file) {
        return Files.isRegularFile(file) && file.toString().endsWith(Pack.ENDING);
    }

    /**
     * The bank in a pack.
     *
     * @throws IOException in a sentence, if it cannot be read, or not be unpacked
     */
    static BankFolder opened(Path file, Cache cache) throws IOException {
        Pack pack;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            pack = Pack.read(in);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read as a pack: " + e.getMessage(), e);
        }
        Path folder = folder(file.toRealPath(), cache);
        try {
            BankFolder unpacked = pack.unpack(folder);
            return new BankFolder(file, unpacked.problems(), unpacked.answers());
        } catch (IOException e) {
            throw new IOException(file + " cannot be unpacked into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A folder for a pack at this place: progress belongs to it, whatever version of the pack lies there. */
    private static Path folder(Path file, Cache cache) throws IOException {
        String name = UUID.nameUUIDFromBytes(file.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path folder = cache.folder("packs");
        if (folder == null) {
            throw new IOException("there is no folder to unpack it into; 'unzip' makes a bank of it, too");
        }
        return Files.createDirectories(folder.resolve(name));
    }
}
