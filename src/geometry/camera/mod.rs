//! Cameras: where they look ([`rh`], [`lh`]), how they project for each graphics API, and objects that face a direction
//! ([`model`]).
//!
//! | | x | y | z before the camera | depth of a projection |
//! |---|---|---|---|---|
//! | [`rh`], view space | right | up | negative | |
//! | [`lh`], view space | right | up | positive | |
//! | `opengl`, clip space | right | up | | -1 (near) to 1 (far) |
//! | `directx`, clip space: Direct3D, Metal, WebGPU | right | up | | 0 to 1 |
//! | `vulkan`, clip space | right | **down** | | 0 to 1 |
//!
//! Projections whose name ends in `reverse` have depth 1 at the near plane and 0 at the far one: with floating-point depth they
//! resolve far objects better. Angles are in radians. Arguments that make no projection (a near plane at the far one, an angle of
//! 0) give infinite or NaN elements.

mod look;
pub mod model;
mod projections;

/// View spaces and projections of right-handed coordinates: the camera looks along negative z.
pub mod rh {
    use super::projections::clip_space;
    super::look::view!(
        true,
        "rh",
        "1., 2., -5.",
        "z points towards the viewer: the camera looks along negative z"
    );
    clip_space!(opengl, true, -1, false, "depth from -1 to 1, y up: OpenGL");
    clip_space!(directx, true, 0, false, "depth from 0 to 1, y up: Direct3D, Metal, WebGPU");
    clip_space!(vulkan, true, 0, true, "depth from 0 to 1, y down: Vulkan");
}

/// View spaces and projections of left-handed coordinates: the camera looks along positive z.
pub mod lh {
    use super::projections::clip_space;
    super::look::view!(
        false,
        "lh",
        "-1., 2., 5.",
        "z points away from the viewer: the camera looks along positive z"
    );
    clip_space!(opengl, false, -1, false, "depth from -1 to 1, y up: OpenGL");
    clip_space!(directx, false, 0, false, "depth from 0 to 1, y up: Direct3D, Metal, WebGPU");
    clip_space!(vulkan, false, 0, true, "depth from 0 to 1, y down: Vulkan");
}
