/* CMake wants a source of its own in a library made of objects. */
typedef int daftar_empty;
