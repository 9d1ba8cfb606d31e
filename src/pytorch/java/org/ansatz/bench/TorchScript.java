package org.ansatz.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A function of two tensors in PyTorch's own language: the archive that {@code torch.jit.save} would write of a module
 * without parameters. DJL names no losses of PyTorch; PyTorch's are reached so.
 */
final class TorchScript {

    /** An object of the class {@code M} whose one field, {@code training}, is true; Python's pickle protocol 2. */
    private static final String OBJECT = "\u0080\u0002c__torch__\nM\n)\u0081}(X\b\0\0\0training\u0088ub.";

    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private static final String HEAD = """
            class M(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              def forward(self: __torch__.M, z: Tensor, y: Tensor) -> Tensor:
            """;

    private final PtSymbolBlock module;

    /** Compiles the lines of a function of z and y; the manager closes it. */
    TorchScript(NDManager manager, String lines) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            put(zip, "m/data.pkl", OBJECT);
            put(zip, "m/code/__torch__.py", HEAD + lines.indent(4));
            put(zip, "m/constants.pkl", NO_CONSTANTS);
            put(zip, "m/version", "3\n");
        }
        ByteArrayInputStream bytes = new ByteArrayInputStream(archive.toByteArray());
        module = JniUtils.loadModule((PtNDManager) manager, bytes, false, false);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        zip.closeEntry();
    }

    /** The function's value, which can be differentiated; it belongs to the manager of z. */
    NDArray of(NDArray z, NDArray y) {
        return IValueUtils.forward(module, new NDList(z, y), true).singletonOrThrow();
    }
}
