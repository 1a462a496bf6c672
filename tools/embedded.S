/* The compiled data, put into the library as it is. */
        .section .rodata
        .balign 64
        .globl  daftar_image_start
        .hidden daftar_image_start
        .type   daftar_image_start, %object
daftar_image_start:
        .incbin "daftar.image"
        .globl  daftar_image_end
        .hidden daftar_image_end
daftar_image_end:
        .byte   0
        .size   daftar_image_start, . - daftar_image_start
        .section .note.GNU-stack,"",%progbits
