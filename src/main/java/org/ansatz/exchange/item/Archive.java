package org.ansatz.exchange.item;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Files in a zip archive, in memory; nothing of one is ever written to a folder. Equal files make equal archives, byte for byte.
 *
 * @param files what each file holds, by its path with slashes, in the order of the archive
 */
public record Archive(Map<String, byte[]> files) {

    /** The list of what is in a content package. */
    public static final String MANIFEST = "imsmanifest.xml";

    private static final int MAX_FILES = 20_000;
    private static final long MAX_BYTES = 1L << 28;
    private static final int MAX_XML = 1 << 26;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");
    private static final int BLOCK = 1 << 14;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Copies the map. */
    public Archive {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** The archive as a file. */
    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return out.toByteArray();
    }

    /** Whether a file begins as a zip archive does. */
    public static boolean isOne(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && (file[2] == 3 || file[2] == 5);
    }

    /**
     * Reads an archive of a stranger. Of files that are no XML the names alone are kept.
     *
     * @throws ImportFault if it is damaged, or has more in it than is read, or names that lead out of it or stand for two files
     */
    public static Archive read(byte[] bytes) throws ImportFault {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long[] left = {MAX_BYTES};
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                requireName(name);
                byte[] content =
                        content(zip, left, name.toLowerCase(Locale.ROOT).endsWith(".xml"));
                if (!entry.isDirectory() && files.put(name, content) != null) {
                    throw fault("two of its files are called '" + name + "'");
                }
                if (files.size() > MAX_FILES) {
                    throw fault("it has more than " + MAX_FILES + " files");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw fault("it is damaged: " + e.getMessage());
        }
        return new Archive(files);
    }

    private static void requireName(String name) throws ImportFault {
        boolean isAbsolute = name.startsWith("/")
                || name.startsWith("\\")
                || DRIVE.matcher(name).lookingAt();
        boolean leadsOut = List.of(name.split("[/\\\\]", -1)).contains("..");
        if (name.isEmpty() || isAbsolute || leadsOut || name.chars().anyMatch(Character::isISOControl)) {
            throw fault("a file cannot be called '" + name + "' in a package");
        }
    }

    /** An entry, which may be larger than it says; nothing of it if it is only counted. */
    private static byte[] content(InputStream zip, long[] left, boolean isKept) throws IOException, ImportFault {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
            left[0] -= read;
            if (left[0] < 0) {
                throw fault("it has more than " + MAX_BYTES + " bytes once unpacked");
            }
            if (isKept && bytes.size() + read > MAX_XML) {
                throw fault("one of its files has more than " + MAX_XML + " bytes of XML");
            }
            if (isKept) {
                bytes.write(block, 0, read);
            }
        }
        return bytes.toByteArray();
    }

    private static ImportFault fault(String message) {
        return new ImportFault(1, 1, "this zip archive is not read: " + message);
    }
}
